resource "aws_lb_listener_rule" "api" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"
  priority     = 10
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
  }
  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}

resource "aws_lb_listener_rule" "maintenance" {                                                                                    # after
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"       # after
  priority     = 1                                                                                                                  # after
  action {                                                                                                                         # after
    type = "fixed-response"                                                                                                         # after
    fixed_response {                                                                                                               # after
      content_type = "text/plain"                                                                                                   # after
      status_code  = "503"                                                                                                          # after
    }                                                                                                                              # after
  }                                                                                                                                # after
  condition {                                                                                                                      # after
    path_pattern {                                                                                                                 # after
      values = ["/*"]                                                                                                               # after
    }                                                                                                                              # after
  }                                                                                                                                # after
}                                                                                                                                  # after
