resource "aws_lb" "web" {
  name     = "web-p18"
  internal = true  # before
  internal = false # after
  subnets  = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
}
