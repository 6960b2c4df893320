# Lets workflows of GitHub Actions exchange their token for a role, so that no key of AWS is stored in a repository.

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
  tags           = var.tags
}
