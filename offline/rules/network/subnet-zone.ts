import { zoneLetters } from "../../../limits/zone-letters";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** A subnet is in a zone of the provider's region. */
export const subnetZone: Rule = {
  id: "subnet-zone",
  types: ["aws_subnet"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
  check({ values, region }) {
    const zone = text(values, "availability_zone");
    // Local and wavelength zones have more after the region: us-west-2-lax-1a.
    const letters = zoneLetters(region);
    if (
      zone === undefined ||
      new RegExp(`^${region}([${letters.join("")}]|-[a-z0-9]+-[0-9]+[a-z])$`).test(zone)
    )
      return [];
    return [
      {
        code: "InvalidParameterValue",
        message: `Value (${zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${letters.map((letter) => region + letter).join(", ")}.`,
        advice: `Choose a zone of ${region}, or the region of ${zone} for the provider.`,
        path: ["availability_zone"],
      },
    ];
  },
};
