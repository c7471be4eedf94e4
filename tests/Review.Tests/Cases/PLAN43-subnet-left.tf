resource "aws_lb" "web" {
  name            = "web-p43"
  security_groups = ["sg-0a1b2c3d4e5f60001"]
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"] # before
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60003"] # after
}
