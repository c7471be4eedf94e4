resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.org"
  type    = "A"
  ttl     = 60    # before
  ttl     = 86400 # after
  records = ["203.0.113.10"]
}
