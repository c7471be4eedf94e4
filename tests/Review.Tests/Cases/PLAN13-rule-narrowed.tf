resource "aws_lb_listener_rule" "api" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"
  priority     = 10
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/0123456789abcdef"
  }
  condition {
    host_header {
      values = ["api.example.org", "www.example.org"] # before
      values = ["api.example.org"]                    # after
    }
  }
}

resource "aws_lb_listener_rule" "shop" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"
  priority     = 20 # before
  priority     = 10 # after
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/0123456789abcdef"
  }
  condition {
    path_pattern {
      values = ["/shop/*"]
    }
  }
}
