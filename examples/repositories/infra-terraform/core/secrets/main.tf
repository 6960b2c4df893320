# Names and access only. Values are put in by their owners and never pass through Terraform or its state.

resource "aws_secretsmanager_secret" "this" {
  for_each = toset(var.secret_names)

  name                    = each.value
  description             = var.description
  recovery_window_in_days = var.recovery_window_in_days
  tags                    = var.tags
}
