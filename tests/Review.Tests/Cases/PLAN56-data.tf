resource "aws_dynamodb_table" "files" {
  name                        = "files-p56"
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true  # before
  deletion_protection_enabled = false # after
  hash_key                    = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "lines" {
  name         = "lines-p56"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "line" # before
  hash_key     = "file" # after
  attribute {
    name = "line" # before
    name = "file" # after
    type = "S"
  }
}

resource "aws_s3_bucket" "logs" { # before
  bucket = "logs-p56"             # before
}                                 # before

resource "aws_s3_bucket" "uploads" {
  bucket        = "uploads-p56"
  force_destroy = false # before
  force_destroy = true  # after
}
