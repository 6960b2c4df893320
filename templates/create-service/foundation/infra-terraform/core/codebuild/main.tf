resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/codebuild/${var.project_name}"
  retention_in_days = var.log_retention_in_days
}

resource "aws_codebuild_project" "this" {
  name           = var.project_name
  description    = var.description
  service_role   = var.service_role_arn
  build_timeout  = var.timeout_in_minutes
  queued_timeout = 60

  source {
    type            = "GITHUB"
    location        = var.source_location
    buildspec       = var.buildspec
    git_clone_depth = 1
  }

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type            = "LINUX_CONTAINER"
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    privileged_mode = true
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.this.name
    }
  }
}
