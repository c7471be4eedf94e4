resource "aws_eip" "edge" {
  domain = "vpc"
}

resource "aws_lb" "edge" {
  name               = "edge"
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d4e5f60001"
    allocation_id = aws_eip.edge.id
  }
}

resource "aws_lb_listener" "edge" {
  load_balancer_arn = aws_lb.edge.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.edge.arn
  }
}

resource "aws_lb_target_group" "edge" {
  name        = "edge"
  target_type = "alb"
  port        = 443
  protocol    = "TCP"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_lb_target_group_attachment" "edge" {
  target_group_arn = aws_lb_target_group.edge.arn
  target_id        = aws_lb.web.arn
}

resource "aws_security_group" "web" {
  name_prefix = "web-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_lb" "web" {
  name                       = "web"     # before
  name                       = "web-two" # after
  internal                   = true
  enable_deletion_protection = true
  subnets                    = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_groups            = [aws_security_group.web.id]
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      message_body = "not here"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "api" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
  condition {
    host_header {
      values = ["api.example.org"]
    }
  }
}

resource "aws_lb_target_group" "app" {
  name        = "app"
  target_type = "ip"
  port        = 8080
  protocol    = "HTTP"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
  health_check {
    path = "/health" # before
    path = "/ready"  # after
  }
}

resource "aws_ecs_service" "app" {
  name            = "app"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "app:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60001"]
    security_groups = ["sg-0a1b2c3d4e5f60009"]
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.app.arn
    container_name   = "app"
    container_port   = 8080
  }
}

resource "aws_route53_record" "new" {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  name           = "api.example.org"
  type           = "A"
  set_identifier = "static"
  weighted_routing_policy {
    weight = 10 # before
    weight = 50 # after
  }
  alias {
    name                   = aws_lb.edge.dns_name
    zone_id                = aws_lb.edge.zone_id
    evaluate_target_health = true
  }
}
