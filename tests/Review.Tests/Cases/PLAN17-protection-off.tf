resource "aws_lb" "web" {
  name                       = "web-p17"
  subnets                    = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  enable_deletion_protection = true # before
}
