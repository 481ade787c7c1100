import type { Problem } from "../../problems/problem";
import { shiftsTraffic } from "../shifts-traffic";
import { forEachService } from "./environment-check";

/** A deployment shifts one listener rule. @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html */
export const shiftedRoutes = forEachService((service, where): readonly Problem[] => {
  const { routes = [] } = service;
  if (!shiftsTraffic(service) || routes.length <= 1) return [];
  const must = `must be one route with the strategy ${service.deployment.strategy}, which shifts the traffic of one rule`;
  const advice = 'Use one pattern for all, such as "/*", or the strategy "rolling".';
  return [{ where: `${where}.routes`, must, got: `${routes.length} routes`, advice }];
});

/**
 * Autoscaling counts the requests of one target group; once traffic has shifted to the other, it would see none and stop tasks.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html
 */
export const shiftedRequests = forEachService((service, where): readonly Problem[] => {
  const requests = service.scaling?.requestsPerTarget;
  if (!shiftsTraffic(service) || requests === undefined) return [];
  const must = `must not be given with the strategy ${service.deployment.strategy}: autoscaling counts the requests of one target group only, and traffic moves between two`;
  const advice = 'Use cpuPercent, or the strategy "rolling".';
  return [{ where: `${where}.scaling.requestsPerTarget`, must, got: String(requests), advice }];
});
