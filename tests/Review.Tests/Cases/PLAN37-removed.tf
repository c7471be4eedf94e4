resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  routing_http_response_strict_transport_security_header_value = "max-age=31536000" # before
  routing_http_response_server_enabled                         = false              # before
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}

resource "aws_lb_target_group" "app" {
  name                          = "app-p37"
  port                          = 8080
  protocol                      = "HTTP"
  vpc_id                        = "vpc-0a1b2c3d4e5f60718"
  load_balancing_algorithm_type = "least_outstanding_requests" # before
  stickiness {                # before
    type            = "lb_cookie" # before
    enabled         = true        # before
    cookie_duration = 3600        # before
  }                           # before
}
