int odd();
