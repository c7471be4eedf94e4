resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.org" # before
  name    = "web.example.org" # after
  type    = "A"
  ttl     = 300
  records = ["203.0.113.10"]
}
