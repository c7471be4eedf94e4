resource "aws_lb_listener" "http" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/0123456789abcdef"  # before
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/green/0123456789abcde0" # after
  }
}

resource "aws_lb_listener_rule" "api" {
  listener_arn = aws_lb_listener.http.arn
  priority     = 10
  action {
    type             = "forward"                                                                                  # before
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/0123456789abcdef" # before
    type             = "fixed-response"                                                                           # after
    fixed_response {                                                                                              # after
      content_type = "text/plain"                                                                                 # after
      message_body = "closed"                                                                                     # after
      status_code  = "503"                                                                                        # after
    }                                                                                                             # after
  }
  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}
