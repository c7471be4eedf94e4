resource "aws_eip" "edge" {
  domain   = "vpc"
  instance = "i-0a1b2c3d4e5f60001" # before
  instance = "i-0a1b2c3d4e5f60002" # after
}
