resource "aws_lb_trust_store" "clients" {
  name                             = "clients-p46"
  ca_certificates_bundle_s3_bucket = "certificates"
  ca_certificates_bundle_s3_key    = "old.pem" # before
  ca_certificates_bundle_s3_key    = "new.pem" # after
}
