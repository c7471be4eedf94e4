resource "aws_lb_listener" "https" { # before
resource "aws_lb_listener" "tls" {   # after
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 8443
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
  }
}

resource "aws_eip" "a" {
  count    = 1     # before
  for_each = toset(["x"]) # after
  domain   = "vpc"
}
