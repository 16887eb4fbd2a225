#include "published.h"

int published() { return 0; }
