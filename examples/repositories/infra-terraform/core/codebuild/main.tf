# Builds and pushes the image of one service. Started by the workflow of the service, for a commit of main.

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/codebuild/${var.project_name}"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_codebuild_project" "this" {
  name                   = var.project_name
  description            = var.description
  service_role           = var.service_role_arn
  build_timeout          = var.build_timeout_minutes
  concurrent_build_limit = var.concurrent_build_limit
  tags                   = var.tags

  artifacts {
    type = "NO_ARTIFACTS"
  }

  cache {
    type  = "LOCAL"
    modes = ["LOCAL_DOCKER_LAYER_CACHE", "LOCAL_SOURCE_CACHE"]
  }

  environment {
    compute_type    = var.compute_type
    image           = var.build_image
    type            = "LINUX_CONTAINER"
    privileged_mode = true # docker build needs it

    environment_variable {
      name  = "REPOSITORY_URI"
      value = var.repository_url
    }

    environment_variable {
      name  = "SOURCE_PATH"
      value = var.source_path
    }
  }

  source {
    type            = "GITHUB"
    location        = var.source_location
    buildspec       = var.buildspec
    git_clone_depth = 1
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.this.name
    }
  }
}
