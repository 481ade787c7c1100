import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Domain } from "../../../constructs/load-balancing/domain";
import { synthesize } from "../../../testing/synthesize";
import { outputOf } from "../../support/output-of";

const synthesis = synthesize((stack) => {
  const domain = new Domain(stack, "Domain", { zone: "example.com", name: "dev.example.com" });
  const target = { dnsName: "lb.amazonaws.com", hostedZoneId: "ZLB" };
  domain.addAlias("dev.example.com", target);
  domain.addAlias("shop.dev.example.com", target);
});

describe("The certificate of a domain", () => {
  test("covers the name and one label below it", () => {
    expect(synthesis.only(AcmCertificate)).toMatchObject({
      domain_name: "dev.example.com",
      subject_alternative_names: ["*.dev.example.com"],
    });
  });

  test("is validated by DNS", () => {
    expect(synthesis.only(AcmCertificate)).toMatchObject({ validation_method: "DNS" });
  });

  test("is replaced before it is deleted", () => {
    expect(synthesis.only(AcmCertificate)).toMatchObject({ lifecycle: { create_before_destroy: true } });
  });

  test("has its validation record in the public zone", () => {
    const option = "tolist(aws_acm_certificate.domain_certificate.domain_validation_options).0";
    expect(synthesis.resource(Route53Record, "domain_validation_record")).toMatchObject({
      zone_id: "${data.aws_route53_zone.domain_zone.zone_id}",
      name: `\${${option}.resource_record_name}`,
      type: `\${${option}.resource_record_type}`,
      records: [`\${${option}.resource_record_value}`],
    });
  });

  test("may share its validation record with an older certificate of the same name", () => {
    expect(synthesis.resource(Route53Record, "domain_validation_record")).toMatchObject({
      allow_overwrite: true,
    });
  });

  test("is offered only once it is validated", () => {
    expect(synthesis.only(AcmCertificateValidation)).toMatchObject({
      certificate_arn: "${aws_acm_certificate.domain_certificate.arn}",
      validation_record_fqdns: ["${aws_route53_record.domain_validation_record.fqdn}"],
    });
    const offered = outputOf(
      (stack) => new Domain(stack, "Domain", { zone: "example.com", name: "dev.example.com" }).certificateArn,
    );
    expect(offered).toBe("${aws_acm_certificate_validation.domain_certificate_validation.certificate_arn}");
  });
});

describe("The zone of a domain", () => {
  test("is the public one of that name", () => {
    expect(synthesis.dataSources(DataAwsRoute53Zone)).toMatchObject({
      domain_zone: { name: "example.com", private_zone: false },
    });
  });
});

describe("An alias of a domain", () => {
  test.each([
    ["its own name", "domain_alias", "dev.example.com"],
    ["a host below it", "domain_alias_shop_dev_example_com", "shop.dev.example.com"],
  ])("points %s at the load balancer", (_, name, host) => {
    expect(synthesis.resource(Route53Record, name)).toMatchObject({
      name: host,
      type: "A",
      zone_id: "${data.aws_route53_zone.domain_zone.zone_id}",
      alias: { name: "lb.amazonaws.com", zone_id: "ZLB", evaluate_target_health: true },
    });
  });
});
