/**
 * YAML files read strictly, every mistake gathered.
 *
 * <p>In: a file. Out: {@link org.osteocohort.yaml.YamlObject}, asked key by key; a wrong type, a missing or an unknown
 * key becomes a {@link org.osteocohort.problem.Problem} that names the file, the key, what stands there and what was
 * expected. Data binding would stop at the first mistake.
 */
package org.osteocohort.yaml;
