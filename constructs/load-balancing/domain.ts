import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";

export interface DomainProps {
  /** Public hosted zone in the same account, for example `example.com`. */
  readonly zone: string;
  /** Name to serve, in the zone, for example `dev.example.com`; names one label below it are covered too. */
  readonly name: string;
}

/** Where an alias record points. */
export interface AliasTarget {
  readonly dnsName: string;
  readonly hostedZoneId: string;
}

/**
 * A DNS name with its certificate, which AWS renews as long as the validation record stays.
 *
 * Creates: ACM certificate for the name and one label below it; its validation record; alias records on request.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class Domain extends Construct {
  readonly name: string;
  /** Certificate that can be used: known only after ACM has seen the validation record. */
  readonly certificateArn: string;
  private readonly zoneId: string;

  constructor(scope: Construct, id: string, props: DomainProps) {
    super(scope, id);
    this.name = props.name;
    const zone = new DataAwsRoute53Zone(this, "Zone", { name: props.zone, privateZone: false });
    this.zoneId = zone.zoneId;
    this.certificateArn = this.createCertificate();
  }

  /** Points a host of this domain at a load balancer. */
  addAlias(host: string, target: AliasTarget): void {
    const id = host === this.name ? "Alias" : `Alias-${host}`;
    new Route53Record(this, id, {
      zoneId: this.zoneId,
      name: host,
      type: "A",
      alias: { name: target.dnsName, zoneId: target.hostedZoneId, evaluateTargetHealth: true },
    });
  }

  private createCertificate(): string {
    const certificate = new AcmCertificate(this, "Certificate", {
      domainName: this.name,
      subjectAlternativeNames: [`*.${this.name}`],
      validationMethod: "DNS",
      // A certificate in use cannot be deleted.
      lifecycle: { createBeforeDestroy: true },
    });
    // ACM asks for the same record for a name and its wildcard: the first option stands for both.
    const option = certificate.domainValidationOptions.get(0);
    const record = new Route53Record(this, "ValidationRecord", {
      zoneId: this.zoneId,
      name: option.resourceRecordName,
      type: option.resourceRecordType,
      records: [option.resourceRecordValue],
      ttl: 300,
      allowOverwrite: true,
    });
    return new AcmCertificateValidation(this, "CertificateValidation", {
      certificateArn: certificate.arn,
      validationRecordFqdns: [record.fqdn],
    }).certificateArn;
  }
}
