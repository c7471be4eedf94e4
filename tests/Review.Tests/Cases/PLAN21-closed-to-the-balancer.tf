resource "aws_security_group" "web" {
  name_prefix = "web-p21-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_security_group" "app" {
  name_prefix = "app-p21-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_lb" "web" {
  name            = "web-p21"
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_groups = [aws_security_group.web.id]
}

resource "aws_lb_target_group" "app" {
  name     = "app-p21"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_vpc_security_group_ingress_rule" "app" {
  security_group_id            = aws_security_group.app.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 8080 # before
  from_port                    = 8081 # after
  to_port                      = 8081
}

resource "aws_vpc_security_group_egress_rule" "web" {              # before
  security_group_id            = aws_security_group.web.id         # before
  referenced_security_group_id = aws_security_group.app.id         # before
  ip_protocol                  = "tcp"                             # before
  from_port                    = 8080                              # before
  to_port                      = 8080                              # before
}                                                                  # before
