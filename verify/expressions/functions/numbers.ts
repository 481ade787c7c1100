import { booleanFrom, listFrom, numberFrom } from "../conversions";
import { type FunctionTable } from "./function";

export const numberFunctions: FunctionTable = {
  abs: (number) => Math.abs(numberFrom(number)),
  ceil: (number) => Math.ceil(numberFrom(number)),
  floor: (number) => Math.floor(numberFrom(number)),
  max: (first, ...others) => Math.max(...[first, ...others].map(numberFrom)),
  min: (first, ...others) => Math.min(...[first, ...others].map(numberFrom)),
  sum: (numbers) => listFrom(numbers).reduce<number>((sum, number) => sum + numberFrom(number), 0),
  alltrue: (list) => listFrom(list).every(booleanFrom),
  anytrue: (list) => listFrom(list).some(booleanFrom),
};
