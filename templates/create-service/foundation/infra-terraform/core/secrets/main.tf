# Names only. Whoever owns a secret sets its value, so that no value is in code or in the state.
resource "aws_secretsmanager_secret" "this" {
  for_each = toset(var.secret_names)

  name                    = each.value
  recovery_window_in_days = var.recovery_window_in_days
}
