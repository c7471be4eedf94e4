resource "aws_security_group" "app" {
  name_prefix = "app-p20-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_vpc_security_group_ingress_rule" "http" { # after
  security_group_id = aws_security_group.app.id         # after
  ip_protocol       = "tcp"                             # after
  from_port         = 80                                # after
  to_port           = 80                                # after
  cidr_ipv4         = "0.0.0.0/0"                       # after
}                                                       # after

resource "aws_ecs_service" "app" {
  name            = "app-p20"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "app:1"
  desired_count   = 2
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60001"]
    security_groups = [aws_security_group.app.id]
  }
}
