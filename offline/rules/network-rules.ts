import { internetGatewaySecond } from "./internet-gateway-second";
import { natGatewayAddress } from "./nat-gateway-address";
import { natGatewayInternet } from "./nat-gateway-internet";
import { routeDuplicate } from "./route-duplicate";
import { routeTableAssociationNetwork } from "./route-table-association-network";
import { routeTableAssociationSecond } from "./route-table-association-second";
import { routeTargetNetwork } from "./route-target-network";
import { type Rule } from "./rule";
import { subnetOutsideVpc } from "./subnet-outside-vpc";
import { subnetOverlap } from "./subnet-overlap";
import { subnetZone } from "./subnet-zone";
import { vpcSize } from "./vpc-size";

/** What AWS refuses of networks, balancers, names, certificates, buckets, keys and logs. */
export const networkRules: readonly Rule[] = [
  internetGatewaySecond,
  natGatewayAddress,
  natGatewayInternet,
  routeDuplicate,
  routeTableAssociationNetwork,
  routeTableAssociationSecond,
  routeTargetNetwork,
  subnetOutsideVpc,
  subnetOverlap,
  subnetZone,
  vpcSize,
];
