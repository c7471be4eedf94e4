resource "aws_security_group" "app" {
  name_prefix = "app-p58-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_ecs_service" "app" {
  name            = "app-p58"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "app:1"
  desired_count   = 2
  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60001"]
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_vpc_security_group_egress_rule" "https" {   # before
  security_group_id = aws_security_group.app.id           # before
  cidr_ipv4         = "0.0.0.0/0"                         # before
  ip_protocol       = "tcp"                               # before
  from_port         = 443                                 # before
  to_port           = 443                                 # before
}                                                         # before
