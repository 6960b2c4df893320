output "bucket" {
  description = "Name of the bucket that holds the state"
  value       = aws_s3_bucket.state.id
}

output "lock_table" {
  description = "Name of the table that locks the state"
  value       = aws_dynamodb_table.lock.name
}
