resource "aws_lb_target_group" "app" {
  name     = "app-p31"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  health_check {
    path     = "/health" # before
    path     = "/ready"  # after
    matcher  = "200-299" # before
    matcher  = "200"     # after
    interval = 30        # before
    interval = 10        # after
  }
}
