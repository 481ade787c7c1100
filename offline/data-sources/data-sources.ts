import { accountDataSources } from "./account";
import { balancingDataSources } from "./balancing";
import { containerDataSources } from "./containers";
import { type DataSource } from "./data-source";
import { databaseDataSources } from "./databases";
import { domainDataSources } from "./domains";
import { endpointDataSources } from "./endpoints";
import { identityDataSources } from "./identity";
import { machineImageDataSources } from "./machine-images";
import { networkDataSources } from "./network";
import { parameterDataSources } from "./parameters";
import { policyDocument } from "./policy-document/policy-document";
import { registryDataSources } from "./registry";
import { routingDataSources } from "./routing";
import { secretDataSources } from "./secrets";
import { serviceDataSources } from "./services";
import { zoneDataSources } from "./zones";

/** Data sources that the offline provider answers, by type; it refuses the others. */
export const dataSources: ReadonlyMap<string, DataSource> = new Map(
  [
    policyDocument,
    ...zoneDataSources,
    ...accountDataSources,
    ...identityDataSources,
    ...networkDataSources,
    ...routingDataSources,
    ...endpointDataSources,
    ...balancingDataSources,
    ...domainDataSources,
    ...containerDataSources,
    ...registryDataSources,
    ...parameterDataSources,
    ...secretDataSources,
    ...machineImageDataSources,
    ...databaseDataSources,
    ...serviceDataSources,
  ].map((dataSource) => [dataSource.type, dataSource]),
);
