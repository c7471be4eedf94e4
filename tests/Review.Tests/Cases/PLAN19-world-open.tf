resource "aws_security_group" "app" {
  name_prefix = "app-p19-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "10.0.0.0/8" # before
  cidr_ipv4         = "0.0.0.0/0"  # after
}

resource "aws_security_group" "inline" {
  name_prefix = "inline-p19-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
  ingress {
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = ["10.0.0.0/8"] # before
    ipv6_cidr_blocks = ["::/0"]       # after
  }
}
