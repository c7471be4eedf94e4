resource "aws_security_group_rule" "http" {
  type              = "ingress"
  security_group_id = "sg-0a1b2c3d4e5f60001"
  protocol          = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_blocks       = ["10.0.0.0/8"]                 # before
  cidr_blocks       = ["10.0.0.0/8", "10.9.0.0/16"]  # after
}
