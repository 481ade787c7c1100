import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type ProjectCopy } from "../../support/project-copy";

const text = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = "eu-west-1\${["a", "b"][count.index]}"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_subnet_group" "database" {
  subnet_ids = aws_subnet.public[*].id
}

resource "aws_db_instance" "database" {
  identifier             = "orders"
  engine                 = "postgres"
  instance_class         = "db.t4g.micro"
  publicly_accessible    = true
  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
}
`;

/** Writes a folder of plain Terraform with a database that the internet reaches. */
export function someonesTerraform(project: ProjectCopy): {
  readonly folder: string;
  /** Line of main.tf in which the first resource of a type begins. */
  readonly lineOf: (type: string) => number;
} {
  const folder = "theirs";
  mkdirSync(join(project.folder, folder));
  project.write(`${folder}/main.tf`, text);
  return {
    folder,
    lineOf: (type) => text.split("\n").findIndex((line) => line.startsWith(`resource "${type}"`)) + 1,
  };
}
