import { type GetParameterCommandInput, type GetParameterCommandOutput } from "@aws-sdk/client-ssm";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
export const ssmOperations: Operations = {
  "ssm:GetParameter": operation<GetParameterCommandInput, GetParameterCommandOutput>(
    ({ region }, { Name = "" }) => {
      const value = region.parameters.get(Name);
      // AWS gives no message with this one.
      if (value === undefined) throw new AwsError("ParameterNotFound", "");
      const ARN = region.arn("ssm", `parameter${Name}`);
      return { Parameter: { Name, Value: value, Type: "String", ARN, Version: 1, DataType: "text" } };
    },
  ),
};
