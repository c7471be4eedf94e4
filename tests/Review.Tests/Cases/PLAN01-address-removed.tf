resource "aws_eip" "edge" { # before
  domain = "vpc"            # before
}                           # before
