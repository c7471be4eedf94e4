resource "aws_route53_zone" "main" {
  name              = "example.org"
  delegation_set_id = "N1PA6795SAMPLE" # after
}
