resource "aws_eip" "edge" { # before
  domain = "vpc"            # before
}                           # before

removed {                   # after
  from = aws_eip.edge       # after
  lifecycle {               # after
    destroy = false         # after
  }                         # after
}                           # after
