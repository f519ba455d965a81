/** So many or fewer, and this process and its database take them from one another. */
export const MOST_CORES_SHARED = 2;
