import { leftovers } from "./leftovers";

afterAll(async () => await Promise.all([...leftovers].map(async (end) => await end())));
