variable "zone" {
  default = "Z0123456789ABCDEFGHIJ"
}

resource "aws_eip" "edge" { # after
  for_each = toset(["a", "b"]) # after
  domain   = "vpc" # after
} # after

resource "aws_lb" "edge" { # after
  name               = "edge-new" # after
  load_balancer_type = "network" # after
  subnet_mapping { # after
    subnet_id     = "subnet-0a1b2c3d4e5f60001" # after
    allocation_id = aws_eip.edge["a"].id # after
  } # after
  subnet_mapping { # after
    subnet_id     = "subnet-0a1b2c3d4e5f60002" # after
    allocation_id = aws_eip.edge["b"].id # after
  } # after
} # after

resource "aws_lb_listener" "tcp" { # after
  load_balancer_arn = aws_lb.edge.arn # after
  port              = 443 # after
  protocol          = "TCP" # after
  default_action { # after
    type             = "forward" # after
    target_group_arn = aws_lb_target_group.alb.arn # after
  } # after
} # after

resource "aws_lb_target_group" "alb" { # after
  name        = "alb-new" # after
  target_type = "alb" # after
  port        = 443 # after
  protocol    = "TCP" # after
  vpc_id      = "vpc-0a1b2c3d4e5f60718" # after
} # after

resource "aws_lb_target_group_attachment" "alb" { # after
  target_group_arn = aws_lb_target_group.alb.arn # after
  target_id        = aws_lb.web.arn # after
} # after

resource "aws_security_group" "web" { # after
  name_prefix = "web-new-" # after
  vpc_id      = "vpc-0a1b2c3d4e5f60718" # after
} # after

resource "aws_vpc_security_group_ingress_rule" "https" { # after
  security_group_id = aws_security_group.web.id # after
  ip_protocol       = "tcp" # after
  from_port         = 443 # after
  to_port           = 443 # after
  cidr_ipv4         = "0.0.0.0/0" # after
} # after

resource "aws_lb" "web" { # after
  name            = "web-new" # after
  internal        = true # after
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"] # after
  security_groups = [aws_security_group.web.id] # after
} # after

resource "aws_lb_listener" "https" { # after
  load_balancer_arn = aws_lb.web.arn # after
  port              = 443 # after
  protocol          = "HTTPS" # after
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06" # after
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001" # after
  default_action { # after
    type             = "forward" # after
    target_group_arn = aws_lb_target_group.app.arn # after
  } # after
} # after

resource "aws_lb_target_group" "app" { # after
  name        = "app-new" # after
  target_type = "ip" # after
  port        = 8080 # after
  protocol    = "HTTP" # after
  vpc_id      = "vpc-0a1b2c3d4e5f60718" # after
} # after

resource "aws_ecs_service" "app" { # after
  name            = "app-new" # after
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main" # after
  task_definition = "app:1" # after
  desired_count   = 3 # after
  launch_type     = "FARGATE" # after
  network_configuration { # after
    subnets = ["subnet-0a1b2c3d4e5f60001"] # after
  } # after
  load_balancer { # after
    target_group_arn = aws_lb_target_group.app.arn # after
    container_name   = "app" # after
    container_port   = 8080 # after
  } # after
} # after

resource "aws_route53_record" "www" { # after
  zone_id = var.zone # after
  name    = "www.example.org" # after
  type    = "A" # after
  alias { # after
    name                   = aws_lb.edge.dns_name # after
    zone_id                = aws_lb.edge.zone_id # after
    evaluate_target_health = true # after
  } # after
} # after
