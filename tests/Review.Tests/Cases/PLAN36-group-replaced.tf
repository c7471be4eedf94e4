resource "aws_security_group" "web" {
  name_prefix = "web-p36-"
  description = "Web"          # before
  description = "Web, public"  # after
  vpc_id      = "vpc-0a1b2c3d4e5f60718"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.0/24"
}

resource "aws_lb" "web" {
  name            = "web-p36"
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_groups = [aws_security_group.web.id]
}
