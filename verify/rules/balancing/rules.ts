import { type Rule } from "../rule";
import { accessLogs } from "./access-logs";
import { deletionProtection } from "./deletion-protection";
import { desyncMitigation } from "./desync-mitigation";
import { dropsInvalidHeaders } from "./drops-invalid-headers";
import { httpRedirectsToHttps } from "./http-redirects-to-https";
import { idleTimeout } from "./idle-timeout";
import { publicBalancerHasWebAcl } from "./public-balancer-has-web-acl";
import { publicTrafficIsEncrypted } from "./public-traffic-is-encrypted";
import { spansZones } from "./spans-zones";
import { tlsPolicy } from "./tls-policy";

export const balancingRules: readonly Rule[] = [
  dropsInvalidHeaders,
  desyncMitigation,
  deletionProtection,
  accessLogs,
  httpRedirectsToHttps,
  publicTrafficIsEncrypted,
  tlsPolicy,
  spansZones,
  publicBalancerHasWebAcl,
  idleTimeout,
];
