import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Construct } from "constructs";
import { loadBalancerName } from "../../limits/resource-names";
import type { SecurityGroup, SecurityGroupPeer } from "../network/security-group";
import { LoadBalancer, type LoadBalancerSettings } from "./load-balancer";
import { notFound } from "./not-found";

export interface PublicLoadBalancerProps extends LoadBalancerSettings {
  readonly publicSubnetIds: readonly string[];
  /** The certificate to serve HTTPS with, or the plain word for what happens without one. */
  readonly traffic: { readonly certificateArn: string } | "unencrypted-http-only";
  /**
   * WAF web ACL in front of the load balancer.
   *
   * @default - no web ACL
   */
  readonly webAclArn?: string;
}

/** What frontends need of a public load balancer. */
export interface PublicLoadBalancerAttributes {
  /** Listener that frontends add their rules to. */
  readonly listenerArn: string;
  readonly securityGroup: SecurityGroupPeer;
  /** Last part of the ARN, as CloudWatch and autoscaling name the load balancer. */
  readonly arnSuffix: string;
}

/** TLS 1.2 and 1.3. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/**
 * The one door from the internet: an application load balancer in public subnets that forwards to frontends only, and
 * answers 404 to everything no frontend has a route for.
 *
 * Creates: load balancer; security group open to the internet on its listener ports and nothing else; HTTPS listener
 * with a redirect from HTTP, or an HTTP listener where no certificate is given. Costs: by the hour and by traffic.
 *
 * @example
 * const publicLoadBalancer = new PublicLoadBalancer(stack, "PublicLoadBalancer", {
 *   name: "dev",
 *   vpcId: network.vpcId,
 *   publicSubnetIds: network.publicSubnetIds,
 *   traffic: { certificateArn: domain.certificateArn },
 * });
 */
export class PublicLoadBalancer extends Construct implements PublicLoadBalancerAttributes {
  readonly listenerArn: string;
  readonly securityGroup: SecurityGroup;
  readonly arnSuffix: string;
  readonly dnsName: string;
  readonly hostedZoneId: string;

  constructor(scope: Construct, id: string, props: PublicLoadBalancerProps) {
    super(scope, id);
    const balancer = new LoadBalancer(this, "Resource", {
      ...props,
      kind: "public",
      loadBalancerName: loadBalancerName(props.name, "public"),
      subnetIds: props.publicSubnetIds,
    });
    this.securityGroup = balancer.securityGroup;
    this.arnSuffix = balancer.arnSuffix;
    this.dnsName = balancer.dnsName;
    this.hostedZoneId = balancer.hostedZoneId;
    const { traffic } = props;
    this.listenerArn =
      traffic === "unencrypted-http-only"
        ? this.createHttpListener(balancer.arn)
        : this.createHttpsListener(balancer.arn, traffic.certificateArn);
    if (props.webAclArn) {
      new Wafv2WebAclAssociation(this, "WebAclAssociation", {
        resourceArn: balancer.arn,
        webAclArn: props.webAclArn,
      });
    }
  }

  private createHttpListener(loadBalancerArn: string): string {
    this.securityGroup.allowFromInternet(80, "Everyone reaches the frontends by unencrypted HTTP");
    return new LbListener(this, "HttpListener", {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: false,
      defaultAction: notFound,
    }).arn;
  }

  private createHttpsListener(loadBalancerArn: string, certificateArn: string): string {
    this.securityGroup.allowFromInternet(443, "Everyone reaches the frontends by HTTPS");
    this.securityGroup.allowFromInternet(80, "HTTP is answered with a redirect to HTTPS");
    new LbListener(this, "HttpRedirect", {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: false,
      defaultAction: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
      ],
    });
    return new LbListener(this, "HttpsListener", {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      certificateArn,
      routingHttpResponseServerEnabled: false,
      // One year, this host only: subdomains may belong to somebody else. Taking the header away is not noticed by the
      // provider (issue 43042): set max-age=0 instead.
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
      defaultAction: notFound,
    }).arn;
  }
}
