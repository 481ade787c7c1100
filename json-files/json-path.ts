/** Keys and indexes from the top of the file, for example `[0, "environment", 3, "value"]`. */
export type JsonPath = readonly (string | number)[];
