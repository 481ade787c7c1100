import { type Rule } from "../rule";
import { endpointPoliciesAreNarrow } from "./endpoint-policies-are-narrow";
import { noAdministratorPolicies } from "./no-administrator-policies";
import { oidcTrustNamesProject } from "./oidc-trust-names-project";
import { policiesAllowNoWholeService } from "./policies-allow-no-whole-service";
import { policiesCanBeRead } from "./policies-can-be-read";
import { policiesNameActions } from "./policies-name-actions";
import { policiesNameResources } from "./policies-name-resources";
import { resourcePoliciesNamePrincipals } from "./resource-policies-name-principals";
import { rolesArePassedByName } from "./roles-are-passed-by-name";
import { trustNamesPrincipals } from "./trust-names-principals";

export const iamRules: readonly Rule[] = [
  policiesCanBeRead,
  policiesNameActions,
  policiesAllowNoWholeService,
  policiesNameResources,
  rolesArePassedByName,
  noAdministratorPolicies,
  trustNamesPrincipals,
  oidcTrustNamesProject,
  resourcePoliciesNamePrincipals,
  endpointPoliciesAreNarrow,
];
