import { entriesFrom, listFrom, mapFrom, textFrom, told } from "../conversions";
import { EvaluationError } from "../evaluation-error";
import { type FunctionTable } from "./function";

export const mapFunctions: FunctionTable = {
  keys: (map) => entriesFrom(map).map(([key]) => key),
  values: (map) => entriesFrom(map).map(([, value]) => value),
  lookup: (map, key, ...[fallback]) => {
    const [fields, name] = [mapFrom(map), textFrom(key)];
    const found = Object.hasOwn(fields, name) ? fields[name] : fallback;
    if (found === undefined) throw new EvaluationError(`No key ${name}`);
    return found;
  },
  merge: (...maps) =>
    Object.fromEntries(
      maps.filter((map) => told(map) !== null).flatMap((map) => Object.entries(mapFrom(map))),
    ),
  zipmap: (keys, values) => {
    const given = listFrom(values);
    return Object.fromEntries(listFrom(keys).map((key, index) => [textFrom(key), given[index] ?? null]));
  },
};
