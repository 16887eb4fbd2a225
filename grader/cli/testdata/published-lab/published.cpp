#include "published.h"

int published() { return 0; }

int also_published() { return 0; }

void enter() {}

void leave() {}
