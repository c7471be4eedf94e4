resource "aws_lb" "web" {
  name            = "web-p44"
  security_groups = ["sg-0a1b2c3d4e5f60001"]
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  idle_timeout    = 60 # before
  idle_timeout    = 5  # after
  access_logs {
    bucket  = "logs"
    enabled = true  # before
    enabled = false # after
  }
}
