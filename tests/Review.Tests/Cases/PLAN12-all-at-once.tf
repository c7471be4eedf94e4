resource "aws_lb_listener" "http" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 80
  default_action {
    type = "forward"
    forward {
      target_group {
        arn    = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/0123456789abcdef"
        weight = 90 # before
        weight = 0  # after
      }
      target_group {
        arn    = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/green/0123456789abcde0"
        weight = 10  # before
        weight = 100 # after
      }
    }
  }
}
