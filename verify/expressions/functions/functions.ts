import { collectionFunctions } from "./collections";
import { conversionFunctions } from "./conversions";
import { type TerraformFunction } from "./function";
import { mapFunctions } from "./maps";
import { networkFunctions } from "./network";
import { numberFunctions } from "./numbers";
import { textFunctions } from "./text";

/** Functions that are evaluated, by name; any other gives an unknown value. `try` and `can` are no functions of values. */
export const functions: ReadonlyMap<string, TerraformFunction> = new Map(
  [
    collectionFunctions,
    conversionFunctions,
    mapFunctions,
    networkFunctions,
    numberFunctions,
    textFunctions,
  ].flatMap((table) => Object.entries(table)),
);
