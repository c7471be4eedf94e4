resource "aws_lb_target_group" "app" {
  name     = "app-p07"
  port     = 8080 # before
  port     = 8443 # after
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  lifecycle {
    create_before_destroy = true
  }
}
