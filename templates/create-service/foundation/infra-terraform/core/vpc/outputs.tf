output "vpc_id" {
  description = "Id of the network"
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "One public subnet a zone"
  value       = aws_subnet.public[*].id
}

output "private_subnet_ids" {
  description = "One private subnet a zone"
  value       = aws_subnet.private[*].id
}
